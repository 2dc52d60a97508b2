/**
 * Style of a shadow root. A constructed sheet rather than a `style` element: when X takes a node out and puts it back, the
 * element would be checked again, now against X's own content security policy, and refused (seen in Chromium 156).
 */
import tokens from '@/components/tokens.css?inline';

const sheets = new Map<string, CSSStyleSheet>();

function sheetOf(css: string): CSSStyleSheet {
  const sheet = sheets.get(css) ?? new CSSStyleSheet();
  if (!sheets.has(css)) sheet.replaceSync(tokens + css);
  sheets.set(css, sheet);
  return sheet;
}

/** @param css of the component, after the tokens that all share */
export function dress(root: ShadowRoot, css: string): void {
  try {
    root.adoptedStyleSheets = [sheetOf(css)];
  } catch {
    // Firefox may refuse a sheet made on a content script's side of its wrappers (bug 1751346).
    const style = root.ownerDocument.createElement('style');
    style.textContent = tokens + css;
    root.prepend(style);
  }
}
