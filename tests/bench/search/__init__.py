"""How the site's search compares with the theme's own and with Pagefind, in Chromium."""
