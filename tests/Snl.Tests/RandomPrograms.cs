using System.Text;

namespace Qiansi.Snl.Tests;

/// <summary>
/// Writes random programs that are well typed: nested procedures, recursion, parameters of every kind and type, loops that end. They may
/// fault: subscripts and divisors are anything.
/// </summary>
internal sealed class RandomPrograms(int seed)
{
    private static readonly string[] Types = ["integer", "char", "vector", "text", "pair"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Type)> _variables = [];
    private readonly List<(string Name, List<(string Type, bool IsVar)> Parameters)> _procedures = [];
    private int _names;
    private int _counters;

    public static string Program(int seed) => new RandomPrograms(seed).Write();

    private string Write()
    {
        _text.Append("program random\ntype vector = array [2..5] of integer; text = array [0..9] of char;\n")
            .Append("pair = record integer x; char c; array [1..3] of integer v; end;\n");
        Block(0);
        return _text.Append('.').ToString();
    }

    private void Block(int level)
    {
        var (variables, procedures, counters) = (_variables.Count, _procedures.Count, _counters);
        _text.Append("var integer k0, k1, k2, k3;\n");
        _counters = 0;
        foreach (var type in Types)
        {
            for (var i = _random.Next(1, 3); i > 0; i--)
            {
                var name = $"a{_names++}";
                _text.Append($"  {type} {name};\n");
                _variables.Add((name, type));
            }
        }

        for (var i = _random.Next(level < 3 ? 3 : 1); i > 0; i--) Procedure(level + 1);
        _text.Append("begin\n");
        for (var i = _random.Next(2, 7); i > 0; i--) Statement(level, 2, ";\n");
        foreach (var (name, type) in _variables.Skip(variables))
            _text.Append(type switch
            {
                "vector" => $"write({name}[3]);",
                "text" => $"write({name}[9]);",
                "pair" =>
                $"write({name}.x); write({name}.v[2]);",
                _ => $"write({name});"
            });
        _text.Append("k0 := 0\nend");
        _variables.RemoveRange(variables, _variables.Count - variables);
        _procedures.RemoveRange(procedures, _procedures.Count - procedures);
        _counters = counters;
    }

    private void Procedure(int level)
    {
        var name = $"p{_names++}";
        var parameters = new List<(string Type, bool IsVar)>();
        var variables = _variables.Count;
        var head = new List<string>();
        for (var i = _random.Next(4); i > 0; i--)
        {
            var (type, isVar) = (Types[_random.Next(Types.Length)], _random.Next(2) == 0);
            var parameter = $"a{_names++}";
            head.Add($"{(isVar ? "var " : "")}{type} {parameter}");
            parameters.Add((type, isVar));
            _variables.Add((parameter, type));
        }

        _text.Append($"procedure {name}({string.Join("; ", head)});\n");
        Block(level);
        _text.Append('\n');
        _variables.RemoveRange(variables, _variables.Count - variables);
        _procedures.Add((name, parameters));
    }

    private void Statement(int level, int depth, string end)
    {
        switch (_random.Next(depth > 0 ? 9 : 6))
        {
            case 0 or 1 or 2:
                _text.Append($"{Scalar("integer")} := {Integer(3)}");
                break;
            case 3:
                _text.Append($"{Scalar("char")} := {Char()}");
                break;
            case 4 when _procedures.Count > 0:
                var (name, parameters) = _procedures[_random.Next(_procedures.Count)];
                _text.Append($"{name}({string.Join(", ", parameters.Select(p => Argument(p.Type, p.IsVar)))})");
                break;
            case 5 when _random.Next(3) == 0:
                var type = Types[_random.Next(2, 5)];
                _text.Append($"{Whole(type)} := {Whole(type)}");
                break;
            case 6:
                _text.Append($"if {Condition()} then\n");
                Statement(level, depth - 1, "\n");
                _text.Append("else\n");
                Statement(level, depth - 1, "\n");
                _text.Append("fi");
                break;
            case 7 when _counters < 4:
                var counter = $"k{_counters++}";
                _text.Append($"{counter} := 0; while {counter} < {_random.Next(1, 5)} do\n");
                for (var i = _random.Next(1, 4); i > 0; i--) Statement(level, depth - 1, ";\n");
                _text.Append($"{counter} := {counter} + 1 endwh");
                _counters--;
                break;
            default:
                _text.Append(_random.Next(4) == 0 ? $"write({Char()})" : $"write({Integer(3)})");
                break;
        }

        _text.Append(end);
    }

    private string Condition() => $"{(_random.Next(4) > 0 ? $"{Integer(2)} {Compare()} {Integer(2)}" : $"{Char()} {Compare()} {Char()}")}";

    private string Compare() => _random.Next(2) == 0 ? "<" : "=";

    private string Integer(int depth) => _random.Next(depth > 0 ? 7 : 3) switch
    {
        0 => _random.Next(8) == 0 ? new[] { "2147483647", "65536", "1000000007" }[_random.Next(3)]
            : $"{_random.Next(12)}",
        1 or 2 => _random.Next(6) == 0 && _counters > 0 ? $"k{_random.Next(_counters)}" : Scalar("integer"),
        3 => $"({Integer(depth - 1)} + {Integer(depth - 1)})",
        4 => $"({Integer(depth - 1)} - {Integer(depth - 1)})",
        5 => $"{Term(depth - 1)} * {Term(depth - 1)}",
        _ => $"{Term(depth - 1)} / {(_random.Next(5) > 0 ? $"{_random.Next(1, 9)}" : Scalar("integer"))}",
    };

    private string Term(int depth) => $"({Integer(depth)})";

    private string Char() => _random.Next(2) == 0 ? $"'{(char)_random.Next('a', 'z')}'" : Scalar("char");

    /// <summary>A variable, an element or a field of a scalar type.</summary>
    private string Scalar(string type)
    {
        var (array, low, high, field) = type == "integer" ? ("vector", 2, 5, "x") : ("text", 0, 9, "c");
        return _random.Next(5) switch
        {
            0 => $"{Whole(array)}[{Index(low, high)}]",
            1 => $"{Whole("pair")}.{field}",
            2 when type == "integer" => $"{Whole("pair")}.v[{Index(1, 3)}]",
            _ => Whole(type),
        };
    }

    private string Index(int low, int high)
    {
        if (_random.Next(40) == 0) return Whole("integer");
        var fixedIndex = _random.Next(low, high + 1);
        return _random.Next(2) == 0 || _counters == 0 ? $"{fixedIndex}"
            : $"{low} + k{_random.Next(_counters)} / 4";
    }

    private string Argument(string type, bool isVar) =>
        isVar ? type is "integer" or "char" ? Scalar(type) : Whole(type)
        : type switch { "integer" => Integer(2), "char" => Char(), _ => Whole(type) };

    private string Whole(string type)
    {
        var fitting = _variables.FindAll(v => v.Type == type);
        return fitting[_random.Next(fitting.Count)].Name;
    }
}
