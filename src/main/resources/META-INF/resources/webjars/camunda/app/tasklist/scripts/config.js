// Tasklist as Common Ground shows it. This file takes the place of the one Tasklist brings, so its useful shortcuts are
// carried over; the one that starts a process is left out, because here a process starts when something happens.
export default {
  app: {
    name: 'Tasks',
    vendor: 'Common Ground'
  },
  customScripts: ['scripts/common-ground', '../../../assets/engine-session'],
  // dates as people in England write them
  dateFormat: {
    monthName: 'MMM',
    day: 'DD',
    abbr: 'lll',
    normal: 'D MMMM YYYY, HH:mm',
    long: 'D MMMM YYYY, HH:mm',
    short: 'LL'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    }
  }
};
