// Runs before anything is drawn: text size and contrast as this visitor chose them (kept in this browser, no cookie).
// Then: the panel that changes them, and the key that leads to the search field.
(function () {
  'use strict';
  var root = document.documentElement;
  var kept = {
    get: function (key) { try { return localStorage.getItem('tiendo-' + key); } catch (e) { return null; } },
    set: function (key, value) {
      try { if (value) localStorage.setItem('tiendo-' + key, value); else localStorage.removeItem('tiendo-' + key); } catch (e) { /* not kept, but shown */ }
    },
  };
  var show = function (key, value) { if (value) root.dataset[key] = value; else delete root.dataset[key]; };
  var allowed = { size: ['1', '2', '3'], contrast: ['high'] };
  var all = Object.keys(allowed);
  var apply = function () {
    all.forEach(function (key) {
      var value = kept.get(key);
      show(key, allowed[key].indexOf(value) < 0 ? '' : value);
    });
  };
  root.classList.add('js');
  apply();
  // Another tab, or the page as the back button brings it.
  addEventListener('storage', apply);
  addEventListener('pageshow', function (e) { if (e.persisted) apply(); });

  document.addEventListener('DOMContentLoaded', function () {
    all.forEach(function (key) {
      document.querySelectorAll('input[name="tiendo-' + key + '"]').forEach(function (input) {
        input.checked = input.value === (root.dataset[key] || '');
        input.addEventListener('change', function () { kept.set(key, input.value); show(key, input.value); });
      });
    });
    var panel = document.querySelector('details.prefs');
    if (panel) {
      panel.addEventListener('keydown', function (e) {
        if (e.key === 'Escape' && panel.open) { panel.open = false; panel.querySelector('summary').focus(); }
      });
      document.addEventListener('click', function (e) { if (!panel.contains(e.target)) panel.open = false; });
    }
    var field = document.querySelector('input[name="q"][data-search]');
    var typing = function (el) { return el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName)); };
    document.addEventListener('keydown', function (e) {
      if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || !field || typing(e.target)) return;
      e.preventDefault();
      field.focus();
      field.select();
    });
    // A policy may forbid sending forms; an address is always allowed.
    if (field && field.form && !field.form.dataset.here) {
      field.form.addEventListener('submit', function (e) {
        e.preventDefault();
        location.assign(field.form.action + '?q=' + encodeURIComponent(field.value.trim()));
      });
    }
  });
})();
