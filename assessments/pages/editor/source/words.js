// The page's words, in the language of whoever reads them, come with the data; what they are about is filled in here.

/** Put values in place of their names in braces. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
