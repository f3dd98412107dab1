"""After a history: what the search index knows of a message is what the message, its ticket and its files say now."""

from sqlalchemy import Connection

from agentdesk.store import search
from agentdesk.store.schema import SEARCH_DDL
from tests.sim.claims import hold
from tests.sim.desk import DeskSim

_MADE_ANEW = SEARCH_DDL.replace("TABLE search", "TABLE temp.anew")
_WORDS = "CREATE VIRTUAL TABLE temp.{0}_words USING fts5vocab('{1}', '{0}', 'instance')"
_NOT_IN = "SELECT doc, col, term FROM {0}_words EXCEPT SELECT doc, col, term FROM {1}_words"


def check_index(desk: DeskSim) -> None:
    with desk.db.connect() as connection:
        transaction = connection.begin()
        try:
            while search.index_some(connection):
                pass
            _compare(connection)
        finally:
            transaction.rollback()


def _compare(connection: Connection) -> None:
    connection.exec_driver_sql(_MADE_ANEW)
    numbers = list(connection.exec_driver_sql("SELECT n FROM message ORDER BY n").scalars())
    made = search._PUT.replace("INTO search", "INTO temp.anew")
    if numbers:
        connection.exec_driver_sql(made, search._entries(connection, numbers))
    for table, schema in (("search", "main"), ("anew", "temp")):
        connection.exec_driver_sql(_WORDS.format(table, schema))
    for pair in (("search", "anew"), ("anew", "search")):
        found = connection.exec_driver_sql(_NOT_IN.format(*pair)).all()
        hold(not found, "the index does not say what is there", pair, found)
