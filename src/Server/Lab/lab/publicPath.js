// Where lazily loaded scripts are; set before any module that may load one.
const config = JSON.parse(document.getElementById('jupyter-config-data').textContent);
// eslint-disable-next-line no-undef
__webpack_public_path__ = config.fullStaticUrl.replace(/\/?$/, '/');
