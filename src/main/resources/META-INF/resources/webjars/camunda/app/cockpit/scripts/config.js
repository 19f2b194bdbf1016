// Cockpit as Common Ground shows it: our title, and English alone.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Common Ground'
  },
  customScripts: ['../../../assets/engine-session'],
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
