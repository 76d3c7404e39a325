using System.Globalization;
using System.Text;
using Qiansi.Snl;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;
using Qiansi.Trees;

namespace Qiansi.SnlCells.Pictures;

/// <summary>A program on the Tiny Machine, step by step: source and code side by side, registers, activation records, output.</summary>
internal sealed class MachineFilm
{
    /// <summary>Steps of a film.</summary>
    private const int Most = 80;

    /// <summary>Instructions of a program that are looked at.</summary>
    private const int Budget = 2_000_000;

    private readonly TmMachine _machine;
    private readonly RecordedConsole _console;
    private readonly ProgramVariables? _variables;
    private readonly CodePane _source, _code;

    private MachineFilm(Compilation compilation, IProgramConsole console, ProgramVariables? variables)
    {
        _variables = variables;
        _console = new(console);
        _machine = compilation.CreateMachine(_console);
        _source = new("source", Enumerable.Range(1, compilation.Source.LineCount).Select(l => compilation.Source.Line(l).ToString()),
            page: 22);
        _code = new("code of the Tiny Machine", _machine.Program.Instructions.Select((instruction, address) =>
            $"{Disassembler.Line(address, instruction)[1..],-24}{Debug.CommentAt(address)}"), numbered: false, page: 22);
    }

    private DebugMap Debug => _machine.Program.Debug!;

    /// <summary>The film of a program.</summary>
    /// <param name="compilation">The program.</param>
    /// <param name="console">Where it reads; what it writes is in the film.</param>
    /// <param name="variables">What its variables are at its start; null for zero.</param>
    /// <param name="by">What a step is; null for the finest kind of which there are at most 80.</param>
    /// <param name="from">Steps left out at the beginning.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The film, and what stopped the program.</returns>
    public static (Film Film, TmFault? Fault) Of(Compilation compilation, IProgramConsole console, ProgramVariables? variables,
        StepKind? by, int from, CancellationToken cancellation)
    {
        var making = new MachineFilm(compilation, console, variables);
        var counts = making.Count(cancellation);
        var kind = by ?? Enum.GetValues<StepKind>().Cast<StepKind?>().FirstOrDefault(k => counts.Steps[(int)k!] <= Most) ?? StepKind.Line;
        return (making.Make(compilation, kind, from, counts.Steps[(int)kind], counts.Ended, cancellation), counts.Fault);
    }

    /// <summary>Runs the program once: steps of each kind, and how it ended.</summary>
    private (int[] Steps, bool Ended, TmFault? Fault) Count(CancellationToken cancellation)
    {
        _variables?.CopyTo(_machine.Data);
        var steps = new MachineSteps(_machine);
        var counts = new int[3];
        while (_machine.Executed < Budget && _machine.Reason == StopReason.Ready)
        {
            if ((_machine.Executed & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            for (var kind = steps.Step(); kind >= 0; kind--) counts[(int)kind.Value]++;
        }

        return (counts, _machine.Reason != StopReason.Ready, _machine.Fault);
    }

    private Film Make(Compilation compilation, StepKind kind, int from, int total, bool ended, CancellationToken cancellation)
    {
        _machine.Reset();
        _variables?.CopyTo(_machine.Data);
        _console.Rewind();
        var steps = new MachineSteps(_machine);
        var word = kind.ToString().ToLowerInvariant();
        var film = new Film($"{compilation.Scope.Name} on the Tiny Machine, {word} by {word}");
        if (from == 0) Add(film, "at the start", []);
        var changed = new HashSet<int>();
        for (var done = 0; done < from + Most && _machine.Reason == StopReason.Ready;)
        {
            if ((_machine.Executed & 1023) == 0) cancellation.ThrowIfCancellationRequested();
            if (_machine.Executed >= Budget) break;
            var ends = steps.Step();
            if (_machine.LastEffect.Word >= 0) changed.Add(_machine.LastEffect.Word);
            if (ends < kind) continue;
            if (++done > from) Add(film, _machine.Fault?.Message ?? Caption(kind), changed);
            changed.Clear();
        }

        if (_machine.Reason == StopReason.Ready)
            film.Add(string.Create(CultureInfo.InvariantCulture,
                $"… {(ended ? $"{total - from - Most:N0} more steps" : "and on")}; --from {from + Most} shows the next ones"),
                _source, _code, Registers(), new FramesPane("activation records", []));
        return film;
    }

    private void Add(Film film, string caption, HashSet<int> changed)
    {
        var at = _machine.Counter;
        var line = Debug.PositionOf(at)?.Line;
        var same = line is null ? [] : Enumerable.Range(0, _machine.Program.Instructions.Count)
            .Where(a => Debug.PositionOf(a)?.Line == line).Select(a => a + 1);
        film.Add(caption, _source.At(line), _code.At(at + 1, same), Registers(),
            new FramesPane("activation records", _machine.Snapshot().Frames.Select(f => Frame(f, changed))));
    }

    private string Caption(StepKind kind)
    {
        if (_machine.Reason == StopReason.Halted) return string.Create(CultureInfo.InvariantCulture,
            $"the end, after {_machine.Executed:N0} instructions");
        var effect = _machine.LastEffect;
        var frames = _machine.Snapshot().Frames;
        return kind switch
        {
            StepKind.Instruction => $"{effect.Instruction}{(effect.Register >= 0 ? $":  r{effect.Register} {effect.Before} → {effect.After}"
                : effect.Word >= 0 ? $":  word {effect.Word} {effect.Before} → {effect.After}" : "")}",
            StepKind.Call when frames.Count > 0 => Debug.ProcedureAt(_machine.Counter) is { } procedure
                && _machine.Counter == procedure.Entry + 1
                ? $"{frames[0].Name} is called, {frames.Count - 1} deep" : $"back in {frames[0].Name}",
            _ => Debug.PositionOf(_machine.Counter) is { } place ? $"line {place.Line}: {Debug.Source.Line(place.Line).Trim()}" : "",
        };
    }

    private TextPane Registers()
    {
        var text = new StringBuilder();
        for (var r = 0; r < 8; r++)
        {
            var role = r switch
            {
                TmProgram.FrameRegister => " record",
                TmProgram.GlobalRegister => " globals",
                TmProgram.CounterRegister => " pc",
                _ => "",
            };
            text.Append(CultureInfo.InvariantCulture,
                $"{(_machine.LastEffect.Register == r ? "▸" : " ")}{r} {_machine.Registers[r],5}{role}\n");
        }

        return new("registers", _console.Written.Length > 0 ? $"{text}\noutput\n{_console.Written}" : text.ToString());
    }

    private StackFrame Frame(TmFrame frame, HashSet<int> changed)
    {
        var data = _machine.Data;
        var rows = new List<FrameRow>();
        if (frame.Procedure.Scope.Procedure is not null)
        {
            Row("called from", ActivationRecord.DynamicLink, word => $"record at {word}");
            Row("return to", ActivationRecord.ReturnAddress, word => Debug.PositionOf(word - 1) is { } place
                ? $"{word} (line {place.Line})" : $"{word}");
            Row("nested in", ActivationRecord.StaticLink, word => $"record at {word}");
        }

        foreach (var variable in frame.Variables)
        {
            var value = frame.ValueOf(variable, data);
            var address = frame.AddressOf(variable, data) ?? -1;
            var isNew = Enumerable.Range(address, variable.Type?.Size ?? 1).Any(changed.Contains);
            rows.Add(new(variable.Name, variable.IsIndirect ? $"at {address}: {value}" : value, isNew ? Mark.Current : Mark.None));
        }

        var line = Debug.PositionOf(frame.At) is { } at ? $", line {at.Line}" : "";
        return new(frame.Name, $"record at {frame.Address}{line}", rows);

        void Row(string name, int offset, Func<int, string> value)
        {
            var address = frame.Address + offset;
            if (address < data.Length) rows.Add(new(name, value(data[address]), changed.Contains(address) ? Mark.Current : Mark.None));
        }
    }
}
