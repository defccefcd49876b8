# shellcheck shell=bash
# The browsers of the tests and their W3C WebDriver servers.

need_chromium() {
  have chromium && have chromedriver && return 0
  need_packages "tests run in it" chromium chromium-driver fonts-liberation
}

# MiniBrowser is WebKitGTK's own shell; it needs a display, and Xvfb is one without a screen.
need_webkit() {
  have WebKitWebDriver && have Xvfb && compgen -G '/usr/lib/*/webkit2gtk-4.1/MiniBrowser' >/dev/null && return 0
  need_packages "tests run in WebKit, the engine of Safari" webkit2gtk-driver xvfb xauth fonts-liberation
}

need_firefox() {
  have firefox-esr || need_packages "tests run in it" firefox-esr fonts-liberation
  have geckodriver && return 0
  need_program "drives Firefox" geckodriver 0.37.1 --locked
}
