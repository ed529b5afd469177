// Runs on every page: the document says in which language it is read, and one that was chosen is remembered.
pathway.speak = () => {
  const { lang, chosen } = document.querySelector(".languages").dataset;
  document.documentElement.lang = lang;
  if (chosen) document.cookie = `pathway-language=${chosen}; path=/; max-age=31536000; samesite=lax`;
};
