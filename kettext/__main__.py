"""python -m kettext"""

from kettext.cli import main

main()
