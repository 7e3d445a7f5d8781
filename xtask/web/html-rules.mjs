// The rules by which html-validate checks a published page.
export const HTML_RULES = {
  extends: ["html-validate:recommended"],
  rules: {
    // Bars are as long as their counts; names are as long as towns write them.
    "no-inline-style": "off",
    "long-title": "off",
    // Names and figures of a plan may hold any white space.
    "no-trailing-whitespace": "off",
    "tel-non-breaking": "off",
  },
};

// Loads schema.org for jsonld, which turns our terms into addresses; nothing is fetched.
export async function schemaOrg(url) {
  if (url !== "https://schema.org/") throw new Error(`${url} is not schema.org`);
  return { contextUrl: undefined, documentUrl: url, document: { "@context": { "@vocab": "https://schema.org/" } } };
}
