// Whoever leaves comes to the portal's log-in: the web applications have none of their own; docs/adr/0021.
const leave = () => {
  if (window.location.hash.startsWith('#/login')) {
    window.location.assign('/login?out');
  }
};
window.addEventListener('hashchange', leave);
leave();
