"""What a killed process was doing: each task by its name, on a store and a folder of texts.

It loads the pipeline once and then does each task of standard input in a process of its own, which it kills after so
many seconds, if there are any on the line; it answers with how that process ended.
"""

import os
import signal
import sys
import time
from datetime import date

from kg.build import Reader, build, export_store
from kg.forgetting import forget
from kg.ontology.load import load
from kg.records import Judgement
from kg.store import Store

FORGOTTEN = "Joan Firth"


def build_all(db, folder, reader):
    with Store(db) as store:
        build([folder], store, reader)


def judge_all(db, folder, reader):
    with Store(db) as store:
        for number in range(200):
            store.judge(*(Judgement(id="", verdict="same", names=(f"A{number}", each)) for each in ("B", "C")))


def export_all(db, folder, reader):
    while True:
        export_store(db, f"{folder}.jsonl", full=True, form={})


def forget_one(db, folder, reader):
    forget(db, FORGOTTEN, lambda told: True)


TASKS = {"build": build_all, "judge": judge_all, "export": export_all, "forget": forget_one}


def serve():
    """Does the tasks of standard input, each in a process of its own that needs not load the pipeline again."""
    reader = Reader(None, load())
    reader.ready()
    from kg.records import Document

    text = "Ann Lee met Bob Ray last May. They married on 3 June 2014 in Leith, and she divorced him two years later."
    reader(Document(id="0", source="", text=text, published=date(2021, 5, 4)))  # what is loaded late is loaded now
    for line in sys.stdin:
        task, db, folder, after = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            TASKS[task](db, folder, reader)
            os._exit(0)
        if after:
            time.sleep(float(after))
            os.kill(child, signal.SIGKILL)  # it has not been waited for, so that the number is still its own
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
