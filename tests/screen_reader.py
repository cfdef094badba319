# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the accessibility bus tells screen readers of Tagscope, a line for each event: what changed, of which object
(role), whether that has the keys, and its new name or text. Begins with "listening". Ends when it is terminated. Needs
python3-pyatspi."""

import sys

import pyatspi

EVENTS = (
    "object:state-changed:focused",
    "object:property-change:accessible-name",
    "object:text-changed:insert",
    "object:announcement",
    "window:activate",
)


def tell(event):
    source = event.source
    try:
        if "tagscope" not in (event.host_application.name or "").lower():
            return
        if event.type == "object:state-changed:focused" and not event.detail1:
            return
        focused = source.getState().contains(pyatspi.STATE_FOCUSED)
        words = event.any_data if isinstance(event.any_data, str) and event.any_data else source.name
        print(f"{event.type}\t{source.getRoleName()}\t{'focused' if focused else '-'}\t{words}", flush=True)
    except Exception as error:  # an object that is gone by now
        print(f"{event.type}\tgone\t-\t{error}", flush=True)


pyatspi.Registry.registerEventListener(tell, *EVENTS)
print("listening", flush=True)
sys.stdout.flush()
pyatspi.Registry.start()
