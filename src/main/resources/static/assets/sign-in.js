// What follows # in an address (a task in Tasklist) never reaches the server; carried along here, it is still there
// after signing in.
const form = document.getElementById('sign-in');
if (form && location.hash) {
  form.action += location.hash;
}
