/** How the page looks on a screen and on paper. Names no file and no address. */
export const styleSheet = `
html { background: #fff; color: #0b0c0c; font: 1.1875rem/1.5 "Noto Sans", Arial, sans-serif; }
body { max-width: 45rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75em; line-height: 1.2; margin: 1em 0 0.75em; }
h2 { font-size: 1.375em; line-height: 1.25; margin: 1.5em 0 0.5em; }
h3 { font-size: 1.125em; margin: 1.25em 0 0.5em; }
h4 { font-size: 1em; margin: 1em 0 0.5em; }
p, ul, ol, dl, table { margin: 0 0 1em; }
.marking { font-weight: bold; text-align: center; }
.letterhead::first-line { font-weight: bold; }
.signature { margin-top: 3.5em; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 2fr; gap: 0.25em 1.5em; }
dt { font-weight: bold; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
caption { font-weight: bold; text-align: left; padding-bottom: 0.5em; }
th, td { border-bottom: 1px solid #505a5f; padding: 0.4em 0.75em 0.4em 0; text-align: left; vertical-align: top; }
.end { padding-right: 0; padding-left: 0.75em; text-align: right; font-variant-numeric: tabular-nums; }
@page { size: A4; margin: 20mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
@media print {
  html { font-size: 12pt; }
  body { max-width: none; padding: 0; }
  h1, h2, h3, h4, caption { break-after: avoid; }
  tr, .signature { break-inside: avoid; }
  thead { display: table-header-group; }
  .new-page { break-before: page; }
}
`;
