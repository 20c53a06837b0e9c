/** The looks of a form that is a page: one column on a phone, two beside each other where there is room; light and dark. */
export const FORM_PAGE_STYLE = `
:root{--ink:#1f2933;--muted:#5b6770;--line:#c5cdd5;--page:#f3f5f7;--card:#fff;--input:#fffbeb;--accent:#1f4e79;--onaccent:#fff;--error:#9b1c1c;--errorbg:#fde2e0;--warn:#7a4f01;--warnbg:#fff1cc;--note:#1d4e89;--good:#1e6b34}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--muted:#a9b4be;--line:#4a5661;--page:#14191e;--card:#1f262d;--input:#2a2f2a;--accent:#8fbbe8;--onaccent:#10202f;--error:#ffb4ae;--errorbg:#4a1f1d;--warn:#f3cf7a;--warnbg:#40330f;--note:#a9cdf5;--good:#8fd6a3}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:1080px;margin:0 auto;padding:16px 12px 132px}
h1{font-size:21px;line-height:1.35;margin:4px 0 8px;color:var(--accent)}
h2{font-size:17px;margin:28px 0 8px}
.head{margin:0;color:var(--ink)}
.head b{font-weight:600}
.how,.kept{color:var(--muted);font-size:14px;margin:8px 0}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:14px 14px 16px;margin:14px 0}
.card h3{font-size:17px;line-height:1.5;margin:0 0 6px}
.card h3 .no{display:inline-block;min-width:2.2em;padding:0 .4em;margin-right:.4em;border-radius:6px;background:var(--accent);color:var(--onaccent);text-align:center;font-size:15px}
.text{margin:0 0 6px}
.meta{color:var(--muted);font-size:14px;margin:0 0 8px}
.last{border-left:4px solid var(--line);background:var(--page);color:var(--muted);font-size:14px;padding:8px 10px;margin:8px 0 12px;white-space:pre-line}
.last.back{border-color:var(--error);color:var(--error)}
fieldset{border:0;margin:0;padding:0;min-width:0}
legend,label.name{display:block;font-weight:600;padding:0;margin:10px 0 4px}
.hint{font-weight:400;color:var(--muted);font-size:13px}
.choices{display:grid;grid-template-columns:repeat(auto-fill,minmax(136px,1fr));grid-gap:8px}
.choice{position:relative;display:block}
.choice input{position:absolute;opacity:0;width:100%;height:100%;margin:0;top:0;left:0;cursor:pointer}
.choice span{display:flex;align-items:center;justify-content:center;min-height:48px;padding:4px 8px;border:1px solid var(--line);border-radius:8px;background:var(--input)}
.choice input:checked+span{border-color:var(--accent);background:var(--accent);color:var(--onaccent);font-weight:600}
.choice input:focus+span{outline:3px solid var(--accent);outline-offset:2px}
input.field,textarea{display:block;width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--input);color:var(--ink);font:inherit;color-scheme:light dark}
textarea{resize:vertical;line-height:1.5}
input.field:focus,textarea:focus{outline:3px solid var(--accent);outline-offset:1px}
[aria-invalid=true]{border-color:var(--error)!important}
.pair{display:grid;grid-template-columns:1fr 1fr;grid-gap:0 12px}
.findings{list-style:none;margin:4px 0 0;padding:0;font-size:14px}
.findings li{border-radius:6px;padding:6px 10px;margin:4px 0}
.findings .error{background:var(--errorbg);color:var(--error)}
.findings .warning{background:var(--warnbg);color:var(--warn)}
.findings .corrected{color:var(--note);padding:2px 0}
.findings b{margin-right:.5em}
.closed{color:var(--muted);font-size:14px;padding-left:1.4em}
.bar{position:fixed;left:0;right:0;bottom:0;background:var(--card);border-top:1px solid var(--line);padding:8px 12px;z-index:2}
.bar>div{max-width:1080px;margin:0 auto}
.bar p{margin:0 0 6px;font-size:14px}
.bar .bad{color:var(--error)}
.bar .good{color:var(--good)}
.buttons{display:grid;grid-template-columns:1fr 1fr;grid-gap:8px}
button{min-height:48px;padding:6px 12px;border:1px solid var(--accent);border-radius:8px;background:var(--card);color:var(--accent);font:inherit;font-weight:600;cursor:pointer}
button.main{background:var(--accent);color:var(--onaccent)}
button:focus{outline:3px solid var(--ink);outline-offset:2px}
button.plain{border-color:var(--line);color:var(--muted);font-weight:400}
a{color:var(--accent)}
.copied textarea{min-height:160px;font-size:13px}
@media (min-width:860px){
body{font-size:15px}
.card{display:grid;grid-template-columns:minmax(0,5fr) minmax(0,7fr);grid-gap:0 22px}
.choices{grid-template-columns:repeat(5,1fr)}
.choice span,input.field,button{min-height:42px}
.bar>div{display:flex;align-items:center;justify-content:space-between}
.bar p{margin:0 16px 0 0}
.buttons{min-width:420px}
}
@media print{.bar,.kept{display:none}main{padding-bottom:0}.card{break-inside:avoid}}
`;
