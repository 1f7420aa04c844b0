"""What `./workbook debug` teaches gdb: to show the containers of common/math/tensor.hpp, which are
xtensor's, and not to step into libraries.

    (gdb) print X
    $1 = Matrix(2×3) {{0.5, -1, 2}, {0, 1, 1e-12}}
    (gdb) print $at(X, 0, 2)
    $2 = 2

No more entries are shown than `set print elements` allows.
"""

import functools
import math

import gdb
import gdb.printing
import gdb.types

TIMES = "×" if "UTF-8" in gdb.execute("show host-charset", to_string=True) else "x"
ENTRIES_OF_AN_ARGUMENT = 12  # where gdb shows a call in one line


class NoEntries(gdb.GdbError):
    """Why a container has none."""


def type_of(value):
    """Without const, reference and typedef."""
    return gdb.types.get_basic_type(value.type)


def is_part(tensor):
    return type_of(tensor).name.startswith("xt::xview<")


def items_of(pack):
    """What a std::tuple holds: each base has one item, or is a tuple of those that follow."""
    for base in reversed([field for field in pack.type.fields() if field.is_base_class]):
        if any(field.name == "_M_head_impl" for field in base.type.fields()):
            yield pack[base]["_M_head_impl"]
        else:
            yield from items_of(pack[base])


class Entries:
    """Where the entries of a tensor are in memory: the first, and the steps along the axes."""

    def __init__(self, tensor):
        if is_part(tensor):
            self.take_part(tensor)
        else:
            self.take_all(tensor)

    def take_all(self, tensor):
        storage = tensor["m_storage"]
        axes = range(int(type_of(tensor).template_argument(1)))
        self.first = storage["p_begin"]
        self.shape = [int(tensor["m_shape"]["_M_elems"][axis]) for axis in axes]
        self.steps = [int(tensor["m_strides"]["_M_elems"][axis]) for axis in axes]
        # Before its definition is executed, a local variable holds arbitrary bytes.
        if int(storage["p_end"] - self.first) != math.prod(self.shape):
            raise NoEntries("no value yet, or moved away")

    def take_part(self, part):
        whole = Entries(part["m_e"])
        axes = list(zip(whole.shape, whole.steps))
        self.first, kept = whole.first, []
        for piece in items_of(part["m_slices"]):
            kind = type_of(piece).name
            if kind.startswith("xt::xnewaxis<"):
                kept.append((1, 0))
                continue
            size, step = axes.pop(0)
            if kind.startswith("xt::xall<"):
                kept.append((size, step))
            elif kind.startswith("xt::xrange<"):
                self.first += int(piece["m_start"]) * step
                kept.append((int(piece["m_size"]), step))
            elif type_of(piece).code == gdb.TYPE_CODE_INT:
                self.first += int(piece) * step
            else:
                raise NoEntries("only whole axes, ranges and single places are shown")
        self.shape, self.steps = zip(*(kept + axes)) if kept + axes else ((), ())

    def size(self):
        return "(" + TIMES.join(str(length) for length in self.shape) + ")"

    def at(self, indices):
        return (self.first + sum(i * step for i, step in zip(indices, self.steps))).dereference()

    def text(self, room):
        """{{1, 2}, {3, 4}}, with ... for what comes after `room` entries."""

        def text_of(*indices):
            nonlocal room
            if len(indices) == len(self.shape):
                room -= 1
                return number_text(self.at(indices))
            texts = []
            for i in range(self.shape[len(indices)]):
                if room <= 0:
                    texts.append("...")
                    break
                texts.append(text_of(*indices, i))
            return "{" + ", ".join(texts) + "}"

        return text_of()


def number_text(value):
    """As short as reads back the same: 0.1, where gdb itself says 0.10000000000000001."""
    if type_of(value).code != gdb.TYPE_CODE_FLT:
        return str(value)
    text = repr(float(value))
    return text[:-2] if text.endswith(".0") else text


def tensor_name(tensor):
    if is_part(tensor):
        return "xt::view"
    storage, rank = (type_of(tensor).template_argument(i) for i in range(2))
    entry = storage.template_argument(0)
    usual = {"double 1": "Vector", "double 2": "Matrix"}
    return usual.get(f"{entry} {rank}", f"xt::xtensor<{entry}, {rank}>")


def tensor_text(tensor):
    options = gdb.print_options() if hasattr(gdb, "print_options") else {}
    room = options.get("max_elements", gdb.parameter("print elements")) or math.inf
    if options.get("summary"):
        room = min(room, ENTRIES_OF_AN_ARGUMENT)
    try:
        entries = Entries(tensor)
        text = entries.text(room) if math.prod(entries.shape) > 0 else ""
    except (gdb.error, OverflowError):  # it points to where there is no memory
        return f"{tensor_name(tensor)}: no value yet"
    except NoEntries as reason:
        return f"{tensor_name(tensor)}: {reason}"
    return f"{tensor_name(tensor)}{entries.size()} {text}".rstrip() if entries.shape else text


def formula_text(formula):
    return "a formula not yet computed: a Vector or Matrix in place of auto has its value"


def function_text(function):
    return "a function"


class Printer:
    def __init__(self, text_of, value):
        self.text_of = text_of
        self.value = value

    def to_string(self):
        return self.text_of(self.value)


class At(gdb.Function):
    """One entry: $at(v, i), $at(m, row, column). gdb cannot call v(i)."""

    def __init__(self):
        super().__init__("at")

    def invoke(self, tensor, *indices):
        entries = Entries(tensor)
        indices = [int(i) for i in indices]
        if len(indices) != len(entries.shape):
            raise gdb.GdbError(f"as many indices as axes: the shape is {entries.size()}")
        if not all(0 <= i < length for i, length in zip(indices, entries.shape)):
            raise gdb.GdbError(f"no such entry: the shape is {entries.size()}, the first index 0")
        return entries.at(indices)


At()
printers = gdb.printing.RegexpCollectionPrettyPrinter("workbook")
for name, types, text_of in (
    ("tensor", "^xt::(xtensor_container|xview)<", tensor_text),
    ("formula", "^xt::x(broadcast|function|generator|reducer)<", formula_text),
    ("function", "^std::function<", function_text),
    ("number", "^double$", number_text),
):
    printers.add_printer(name, types, functools.partial(Printer, text_of))
gdb.printing.register_pretty_printer(None, printers, replace=True)

for library in ("*/xtensor/*", "*/xtl/*", "*/c++/*", "*/common/math/arithmetic.hpp"):
    gdb.execute(f"skip -gfi {library}", to_string=True)
