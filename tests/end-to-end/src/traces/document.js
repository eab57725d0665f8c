// The body of a function that answers every text of the document: in nodes, attributes, fields, and in shadow roots where they are open to it.
const texts = [];
const walk = (node) => {
  texts.push(node.nodeValue, ...Array.from(node.attributes ?? [], ({ name, value }) => `${name}=${value}`));
  if (typeof node.value === "string") texts.push(node.value);
  const root = node.openOrClosedShadowRoot ?? node.shadowRoot;
  if (root) walk(root);
  if (node.localName === "template") walk(node.content);
  for (const child of node.childNodes) walk(child);
};
walk(document);
return texts.filter((text) => typeof text === "string");
