"""Where everything begins: a command, the app, or, with no display, the demo."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer.app.display import has_display, missing_library, require_qt
from trainer.app.opened_file import opened_file
from trainer.cli.parser import build_parser
from trainer.refusal import ExitCode, Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.cli.outcome import Outcome, Tell
    from trainer.session.services import Services

INTERRUPTED = 130  # 128 + SIGINT, as shells expect


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit code of docs/commands.md."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == ["--importer"]:
        from trainer.dicom.importer_child import main as importer

        return importer()
    if arguments[:1] == ["--package-reader"]:
        from trainer.storage.package_reading import main as read_package

        return read_package()
    if arguments[:1] == ["--compile-pictures"]:
        from trainer.app.compiled_elsewhere import main as compile_pictures

        return compile_pictures()
    opened = opened_file(arguments)
    try:
        args = build_parser().parse_args([] if opened else arguments)
    except SystemExit as done:  # argparse has printed help, version or the usage error
        return int(done.code or 0)
    try:
        args.opened = opened
        return _run(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        return int(refusal.code)
    except ImportError as error:
        if ".so" not in str(error):
            return _our_own_failure(error)
        print(str(missing_library(error)), file=sys.stderr)
        return int(ExitCode.INTERNAL)
    except Exception as error:
        return _our_own_failure(error)


def _run(args: argparse.Namespace) -> int:
    if args.noun is not None:
        return _command(args)
    if has_display():
        return _app(args.opened)
    if args.opened is not None:
        print("No display was found: the score instead.", file=sys.stderr)
        return _command(build_parser().parse_args(["attempt", "score", str(args.opened)]))
    print("No display was found: running the demo instead.", file=sys.stderr)
    return _command(build_parser().parse_args(["demo"]))


def _command(args: argparse.Namespace) -> int:
    from trainer.app.desk import desk
    from trainer.app.wiring import wired
    from trainer.cli.main import run_command

    return run_command(args, wired(desk().house.folders), {"app:screenshots": _screenshots})


def _app(opened: Path | None) -> int:
    require_qt()
    from trainer.app.crash import write_crash_file
    from trainer.app.desk import desk
    from trainer.app.devices import input_devices
    from trainer.app.wiring import back_up_records, copy_records, wired
    from trainer.session.practice import Practice
    from trainer.ui.application import run_app

    own = desk()
    services = wired(own.house.folders)
    copy_records(services)
    back_up_records(services)
    return run_app(
        Practice(services),
        sys.argv,
        on_failure=write_crash_file,
        store=own.store,
        house=own.house,
        opened=opened,
        devices=input_devices(),
        loads_ahead=True,
    )


def _screenshots(args: argparse.Namespace, services: Services, tell: Tell) -> Outcome:
    from trainer.app.screenshots import screenshots

    return screenshots(args, services, tell)


def _our_own_failure(error: Exception) -> int:
    from trainer.app.crash import write_crash_file

    path = write_crash_file(error)
    where = f" Details are in {path}." if path is not None else ""
    print(
        f"Rhizotomy Trainer has failed ({type(error).__name__}). This is our mistake, not yours."
        f"{where}",
        file=sys.stderr,
    )
    return int(ExitCode.INTERNAL)
