// Has the browser fetch, before Streamlit asks for them, the scripts that every page of films needs.
for (const [rel, addresses] of Object.entries(EARLY)) {
  for (const href of addresses) {
    const link = Object.assign(document.createElement("link"), { rel, as: "script", crossOrigin: "", href });
    link.fetchPriority = "low";
    document.head.append(link);
  }
}
