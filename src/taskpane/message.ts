/** The window in which a button of the ribbon says how it went: the sentence comes with the address. */
const root = document.getElementById('root');
if (root !== null) {
  root.style.cssText =
    'padding:20px;box-sizing:border-box;font:15px/1.7 "Microsoft YaHei UI","PingFang SC",sans-serif;white-space:pre-line';
  root.setAttribute('role', 'status');
  root.textContent = new URLSearchParams(window.location.search).get('text');
}
