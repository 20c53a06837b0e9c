// What Chromium 80 does not have yet: the browsers that came with the Linux desktops of these offices. First in the page.
import 'core-js/es/array/at';
import 'core-js/es/array/find-last';
import 'core-js/es/array/find-last-index';
import 'core-js/es/array/to-reversed';
import 'core-js/es/array/to-sorted';
import 'core-js/es/array/to-spliced';
import 'core-js/es/array/with';
import 'core-js/es/object/has-own';
import 'core-js/es/string/at';
import 'core-js/es/string/replace-all';
