// What follows # in an address (a task in Tasklist) never reaches the server; carried along here, it is still there
// after signing in. The engine's own sign-in form is no place to come back to.
const form = document.getElementById('sign-in');
if (form && location.hash && !location.hash.startsWith('#/login')) {
  form.action += location.hash;
}
