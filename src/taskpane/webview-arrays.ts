// What WebKit before 16 and WebView2 109, the last for Windows 7 and 8, do not have yet. First in every page and worker.
import 'core-js/es/array/to-reversed';
import 'core-js/es/array/to-sorted';
import 'core-js/es/array/to-spliced';
import 'core-js/es/array/with';
