using System.Globalization;
using System.Runtime.InteropServices;
using Qiansi.Snl;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Tm;

namespace Qiansi.Tool.Snl;

/// <summary>A program on the Tiny Machine, step by step: commands in, states out.</summary>
internal sealed class Stepping
{
    private const string Help = """
        step [N]     executes one instruction, or N; so does Enter alone
        line         goes on to another line of the source
        over         the same, and runs procedures that are called to their end
        out          runs until the procedure returns
        go           runs to the next breakpoint, watch or end
        break LINE   stops before a line; the same again takes it away; alone it lists
        watch NAME   stops when a variable changes; the same again takes it away
        registers    the eight registers
        frames       the activation records with their variables, the newest first
        print NAME   a variable's value
        code [N]     N instructions around the next one
        restart      begins anew
        quit         ends
        A beginning of a command's name is enough.
        """;

    private static readonly string[] Commands =
        ["step", "line", "over", "out", "go", "break", "watch", "registers", "frames", "print", "code", "restart", "quit", "help"];

    private readonly TextReader _input;
    private readonly TextWriter _output;
    private readonly TextConsole _console;
    private readonly TmMachine _machine;
    private CancellationTokenSource? _running;

    /// <summary>A session.</summary>
    /// <param name="create">Makes the machine, with what it reads and writes.</param>
    /// <param name="input">Where commands, and the program's input, come from.</param>
    /// <param name="output">Where answers go.</param>
    public Stepping(Func<IProgramConsole, TmMachine> create, TextReader input, TextWriter output)
    {
        (_input, _output) = (input, output);
        _console = new TextConsole(new LineInput(Ask), output);
        _machine = create(_console);
    }

    private DebugMap? Debug => _machine.Program.Debug;

    private int Frame => _machine.Registers[TmProgram.FrameRegister];

    /// <summary>Executes commands until the input ends or <c>quit</c> is typed.</summary>
    public void Run()
    {
        // A running program is stopped; at the prompt the request ends the process.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            if (_running is not { } running) return;
            context.Cancel = true;
            running.Cancel();
        });
        Show();
        while (true)
        {
            _output.Write("(help) ");
            _output.Flush();
            if (_input.ReadLine() is not { } line) return;
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words is [var begin, ..] && "quit".StartsWith(begin, StringComparison.OrdinalIgnoreCase)) return;
            Execute(words.ElementAtOrDefault(0) ?? "step", words.ElementAtOrDefault(1));
        }
    }

    private void Execute(string word, string? argument)
    {
        var fitting = Commands.Where(c => c.StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToArray();
        var number = int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
        if (fitting.Length != 1)
            _output.WriteLine(fitting.Length == 0 ? $"'{word}' is no command; 'help' lists them."
                : $"'{word}' may be {string.Join(" or ", fitting)}.");
        else if (argument is not null && number is null && fitting[0] is "step" or "code" or "break")
            _output.WriteLine($"'{argument}' is no number.");
        else
            Execute(fitting[0], argument, number);
    }

    private void Execute(string command, string? argument, int? number)
    {
        switch (command)
        {
            case "line" or "over" when Debug is null:
            case "step":
                var steps = number ?? 1;
                Go(() => steps-- <= 0);
                break;
            case "line" or "over":
                var (line, frame) = (Debug?.PositionOf(_machine.Counter)?.Line, Frame);
                // A procedure that is called has a record above this one.
                Go(() => Debug!.PositionOf(_machine.Counter)?.Line is { } now && now != line
                    && (command == "line" || Frame <= frame && !_machine.IsReturning));
                break;
            case "out":
                var inner = Frame;
                Go(() => Frame < inner && !_machine.IsReturning);
                break;
            case "go":
                Go(null);
                break;
            case "break":
                Break(number);
                break;
            case "watch":
                Watch(argument);
                break;
            case "registers":
                _output.WriteLine(string.Join("  ", _machine.Registers.Select((value, r) => $"r{r} {value}")));
                break;
            case "frames":
                Frames();
                break;
            case "print":
                _output.WriteLine(argument is null ? "print NAME shows a variable." : Find(argument) is var (variable, holder)
                    ? $"{variable.Name} = {holder.ValueOf(variable, _machine.Data)}" : $"There is no variable '{argument}' here.");
                break;
            case "code":
                Code(number ?? 11);
                break;
            case "restart":
                _machine.Reset();
                Show();
                break;
            case "help":
                _output.WriteLine(Help);
                break;
        }
    }

    /// <summary>Runs until a condition holds after an instruction, or for no condition until something stops the machine.</summary>
    private void Go(Func<bool>? isThere)
    {
        using (_running = new CancellationTokenSource())
        {
            if (isThere is null) _machine.Run(cancellation: _running.Token);
            else
            {
                while (!isThere() && _machine.Step() == StopReason.Ready && !_running.IsCancellationRequested)
                {
                    if (!_machine.Breakpoints.Contains(_machine.Counter) || isThere()) continue;
                    _output.WriteLine("breakpoint");
                    break;
                }
            }
        }

        _running = null;
        _console.Close();
        Show();
    }

    /// <summary>Where the machine stands.</summary>
    private void Show()
    {
        if (_machine.Reason == StopReason.Watch)
            _output.WriteLine($"word {_machine.LastEffect.Word} changed from {_machine.LastEffect.Before} to {_machine.LastEffect.After}");
        if (_machine.Reason == StopReason.Breakpoint) _output.WriteLine("breakpoint");
        if (_machine.Reason == StopReason.Halted) _output.WriteLine($"The program has ended after {_machine.Executed:N0} instructions.");
        if (_machine.Fault is { } fault) _output.Write(Debug is null ? $"{fault}\n" : fault.Render(Debug.Source));
        if (_machine.Reason is StopReason.Halted or StopReason.Faulted) return;
        if (Debug?.PositionOf(_machine.Counter) is { } place)
            _output.WriteLine($"line {place.Line}: {Debug.Source.Line(place.Line).Trim()}");
        _output.WriteLine(Instruction(_machine.Counter));
    }

    private string Instruction(int address)
    {
        var instructions = _machine.Program.Instructions;
        var line = Disassembler.Line(address, (uint)address < (uint)instructions.Count ? instructions[address] : default);
        var comment = Debug?.CommentAt(address) ?? "";
        return $"{(address == _machine.Counter ? ">" : " ")}{line.PadRight(comment.Length > 0 ? 32 : 0)}{comment}";
    }

    private void Code(int count)
    {
        var first = Math.Clamp(_machine.Counter - count / 2, 0, Math.Max(0, _machine.Program.Instructions.Count - count));
        for (var address = first; address < Math.Min(first + count, _machine.Program.Instructions.Count); address++)
            _output.WriteLine($"{(_machine.Breakpoints.Contains(address) ? "*" : " ")}{Instruction(address)}");
    }

    private void Break(int? line)
    {
        if (line is { } at)
        {
            // A program written by hand has no lines, only addresses.
            var address = Debug is null ? at : Debug.AddressOfLine(at);
            if (address is null || address >= _machine.Program.Instructions.Count) _output.WriteLine($"Line {at} has no code.");
            else if (!_machine.Breakpoints.Remove(address.Value)) _machine.Breakpoints.Add(address.Value);
        }

        _output.WriteLine(_machine.Breakpoints.Count == 0 ? "no breakpoints" : "breakpoints: "
            + string.Join(", ", _machine.Breakpoints.Order()
            .Select(a => Debug?.PositionOf(a) is { } place ? $"line {place.Line}" : $"address {a}")));
    }

    private void Watch(string? name)
    {
        if (name is null) _output.WriteLine("watch NAME stops when a variable changes.");
        else if (Find(name) is not var (variable, holder) || holder.AddressOf(variable, _machine.Data) is not { } address)
            _output.WriteLine($"There is no variable '{name}' here.");
        else
        {
            var words = Enumerable.Range(address, variable.Type?.Size ?? 1).ToArray();
            var isWatched = _machine.Watches.Contains(address);
            if (isWatched) _machine.Watches.ExceptWith(words);
            else _machine.Watches.UnionWith(words);
            _output.WriteLine($"{variable.Name}, {(words.Length == 1 ? $"word {address}" : $"words {address} to {words[^1]}")}: "
                + $"{(isWatched ? "no longer " : "")}watched");
        }
    }

    private void Frames()
    {
        var frames = _machine.Snapshot().Frames;
        if (frames.Count == 0) _output.WriteLine("no activation records");
        foreach (var frame in frames)
        {
            var line = Debug!.PositionOf(frame.At) is { } place ? $", line {place.Line}" : "";
            _output.WriteLine($"{frame.Name}{line}, record at word {frame.Address}");
            foreach (var variable in frame.Variables) _output.WriteLine($"  {variable.Name} = {frame.ValueOf(variable, _machine.Data)}");
        }
    }

    /// <summary>A variable that is visible where the machine stands, in the newest record of its scope.</summary>
    private (VariableSymbol Variable, TmFrame Frame)? Find(string name)
    {
        var frames = _machine.Snapshot().Frames;
        if (frames.Count == 0 || frames[0].Procedure.Scope.Resolve(name) is not VariableSymbol variable) return null;
        return frames.FirstOrDefault(f => f.Procedure.Scope == variable.Scope) is { } holder ? (variable, holder) : null;
    }

    private string? Ask()
    {
        _output.Write("input: ");
        _output.Flush();
        return _input.ReadLine();
    }
}
