"""Rewrites lint.txt, fixed.md and fixed.unsafe.md of the samples; the difference is then reviewed
like code."""

from tests.samples import FOLDER, NAMES, fixed, linted


def main() -> None:
    for name in NAMES:
        (FOLDER / name / "lint.txt").write_bytes(linted(name).encode("utf-8"))
        (FOLDER / name / "fixed.md").write_bytes(fixed(name).new_bytes)
        (FOLDER / name / "fixed.unsafe.md").write_bytes(fixed(name, unsafe=True).new_bytes)


if __name__ == "__main__":
    main()
