# SPDX-License-Identifier: GPL-3.0-or-later
# Makes praat.TextGrid and praat_wide.TextGrid (the committed ones: Praat 6.3.07, Debian 12):
#   cd tests/golden/programs && praat --run make.praat
Create TextGrid: 0, 10, "Siren Notes", "Notes"
Insert boundary: 1, 1.5
Insert boundary: 1, 4
Set interval text: 1, 2, "Siren"
Insert point: 2, 2.25, "générateur"
Insert point: 2, 5, "plain"
Save as binary file: "praat.TextGrid"
Set interval text: 1, 2, "Siren → 🚒"
Save as binary file: "praat_wide.TextGrid"
