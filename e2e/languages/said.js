// All that a page says, in its order, whether it shows now or later: what is read, and what names things.
// Left out is what says its own language. Run in the page; it changes nothing.
({
  NAMES: ["aria-label", "title", "alt", "placeholder"],
  SILENT: "script, style, template, [translate=no]",

  // What a script shows later stands in data-…; an address or a state has no blanks.
  namesOf(one) {
    const later = Object.values(one.dataset).filter((text) => /\s/.test(text));
    return [...this.NAMES.map((name) => one.getAttribute(name) ?? ""), ...later];
  },

  // The texts of an element, and apart from them the names, which stand in no sentence.
  said(one, texts = [], names = []) {
    const quoted = one.lang && one.lang !== document.documentElement.lang;
    if (quoted || one.matches(this.SILENT)) return { texts, names };
    names.push(...this.namesOf(one));
    if (one.matches("noscript")) {
      const there = new DOMParser().parseFromString(one.textContent, "text/html").body;
      return this.said(there, texts, names);
    }
    for (const child of one.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) texts.push(child.data);
      else if (child.nodeType === Node.ELEMENT_NODE) this.said(child, texts, names);
    }
    return { texts, names };
  },
})
