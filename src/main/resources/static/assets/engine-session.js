// When nobody is signed in any more, Tasklist and Cockpit show a sign-in form of their own. It leads nowhere, ours does.
const home = (document.querySelector('base').getAttribute('app-root') || '').replace(/\/camunda$/, '');

const leave = () => {
  if (location.hash.startsWith('#/login')) {
    watch.disconnect();
    location.replace(home + '/sign-in?signed-out');
  }
};

const watch = new MutationObserver(leave);
watch.observe(document.body, { childList: true, subtree: true });
leave();
