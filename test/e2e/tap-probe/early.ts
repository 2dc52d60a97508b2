/** Another extension that wraps the same functions, in the plain way, before the tap does. */
const nativeFetch = window.fetch;
window.fetch = async function (...words) {
  return nativeFetch.apply(this, words);
};

const nativeOpen = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (...words: unknown[]) {
  return Reflect.apply(nativeOpen, this, words);
};
