using System.CommandLine;
using Qiansi.Snl;
using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Parsing;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Syntax;
using Qiansi.Snl.Tm;
using Qiansi.Tool.Snl;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb snl</c>: compiles and runs programs in SNL, and shows what the compiler makes of them.</summary>
internal static class SnlCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "A program (.snl), in UTF-8, UTF-16 or GBK." };

    private static readonly Argument<string> FileOrCode =
        new("FILE") { Description = "A program (.snl), or code of the Tiny Machine (.tm)." };

    private static readonly Argument<string[]> Files = FileArgument.OneOrMore("FILE", "One or more programs.");

    private static readonly Option<bool> Optimize = new("--optimize") { Description = "With all optimisations." };

    private static readonly Option<Optimizations?> Some = new("--optimizations")
    {
        Description = $"With some optimisations: {string.Join(", ", OptimizationNames.All.Keys)}, with commas between them.",
        HelpName = "list",
        CustomParser = result =>
        {
            try
            {
                return OptimizationNames.Parse(result.Tokens[0].Value);
            }
            catch (FormatException e)
            {
                result.AddError($"--optimizations: {e.Message}.");
                return null;
            }
        },
    };

    private static readonly Option<string> Parser = Choice("--parser", "Who parses: descent (recursive descent) or table (LL(1)).",
        "descent", "table");

    private static readonly Option<int> Memory = Number("--memory", "Words of the program's memory.", Compilation.DefaultWords, 1, 1 << 29);

    public static Command Create()
    {
        var command = MakeCommand("snl", "Compile, run, format and look into programs in SNL.", """
            SNL is the small nested language of compiler courses. Its programs run as .NET code or on the Tiny Machine (TM), a simulator.

            Examples:
              nb snl run sort.snl
              nb snl check sort.snl primes.snl
              nb snl tm sort.snl --optimize

            Exit codes: 0 all well, 1 a program has errors or stopped with one, 2 bad input or usage,
            4 the budget was used up, 130 interrupted.
            """);
        foreach (var part in (Command[])
        [
            Run(), Check(),
            Show("tokens", "Show a program's tokens.", "the place, class and text of each", c => TokenText.Of(c.Text), needsCode: false),
            Show("tree", "Show a program's syntax tree.", "the course's names of its nodes", c => TreeText.Of(c.Tree), needsCode: false,
                Parser),
            Show("symbols", "Show a program's symbol tables.", "kinds, types, levels, offsets", c => SymbolText.Of(c.Scope),
                needsCode: false),
            Show("ir", "Show a program's intermediate code.", "one operation a line", c => IrText.Of(c.OptimizedCode), needsCode: true,
                Optimize, Some),
            Show("tm", "Show a program's code for the Tiny Machine.", "which 'nb snl run' and others' simulators read",
                c => Disassembler.Disassemble(c.Machine), needsCode: true, Optimize, Some),
            Step(), Format(),
        ]) command.Add(part);
        return command;
    }

    private static Command Run()
    {
        var backend = Choice("--backend", "What runs the program: il (.NET code) or tm (the Tiny Machine).", "il", "tm");
        var budget = new Option<long?>("--budget") { Description = "Instructions the Tiny Machine may execute.", HelpName = "n" };
        var count = new Option<bool>("--count") { Description = "Say how many instructions the Tiny Machine executed." };
        var command = MakeCommand("run", "Run a program.", """
            What the program reads is typed, or comes from a file or another program; blanks and line ends separate numbers.
            Ctrl+C ends it.

            Examples:
              nb snl run sort.snl
              echo 12 18 | nb snl run gcd.snl
              nb snl run loops.snl --backend tm --optimize --count
              nb snl run code.tm
            """, FileOrCode, backend, Optimize, Some, Parser, Memory, budget, count);
        command.SetAction((arguments, _) =>
        {
            var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
            var program = new ProgramFile(arguments.GetRequiredValue(FileOrCode));
            var (words, allowed) = (arguments.GetValue(Memory), arguments.GetValue(budget));
            if (allowed < 0) throw new CommandException($"--budget {allowed} is below 0.");
            var isCode = IsCode(program);
            var onMachine = isCode || allowed is not null || arguments.GetValue(count) || arguments.GetValue(backend) == "tm";
            var compilation = isCode ? null : Compile(program, arguments, error);
            if (compilation?.HasErrors == true) return Task.FromResult(ExitCode.CellFailed);
            var machineCode = isCode ? Assemble(program) : null;
            return TerminalRun.ExecuteAsync(cancellation =>
            {
                var console = new TextConsole(new LineInput(Console.In.ReadLine), output);
                var result = machineCode is null && !onMachine ? compilation!.Native.Run(console, words, cancellation)
                    : OnMachine(console, cancellation);
                console.Close();
                if (arguments.GetValue(count)) error.WriteLine($"nb: {result.Executed:N0} instructions executed.");
                return result;
            }, program.Source, error);

            RunResult OnMachine(IProgramConsole console, CancellationToken cancellation)
            {
                var machine = machineCode is null ? compilation!.CreateMachine(console, words) : MachineOf(machineCode, console, words);
                return new(machine.Run(allowed ?? long.MaxValue, cancellation), machine.Fault, machine.Executed);
            }
        });
        return command;
    }

    private static Command Check()
    {
        var command = MakeCommand("check", "Check programs for errors and warnings.", """
            Example:
              nb snl check sort.snl primes.snl
            """, Files, Parser);
        command.SetAction(arguments =>
        {
            var (errors, warnings) = (0, 0);
            foreach (var file in arguments.GetRequiredValue(Files))
            {
                var found = Compile(new(file), arguments, arguments.InvocationConfiguration.Error).Diagnostics;
                errors += found.Count(d => d.Severity == Severity.Error);
                warnings += found.Count(d => d.Severity == Severity.Warning);
            }

            arguments.InvocationConfiguration.Output.WriteLine($"{Counted(errors, "error")}, {Counted(warnings, "warning")}");
            return errors > 0 ? ExitCode.CellFailed : ExitCode.Ok;
        });
        return command;
    }

    private static Command Show(string name, string description, string what, Func<Compilation, string> text, bool needsCode,
        params Option[] options)
    {
        var command = MakeCommand(name, description, $"""
            One line each: {what}.

            Example:
              nb snl {name} sort.snl
            """, [File, .. options]);
        command.SetAction(arguments =>
        {
            var compilation = Compile(new(arguments.GetRequiredValue(File)), arguments, arguments.InvocationConfiguration.Error);
            if (!needsCode || !compilation.HasErrors) arguments.InvocationConfiguration.Output.Write(text(compilation));
            return compilation.HasErrors ? ExitCode.CellFailed : ExitCode.Ok;
        });
        return command;
    }

    private static Command Step()
    {
        var command = MakeCommand("step", "Run a program on the Tiny Machine step by step.", """
            At each stop the source line and the next instruction are shown; 'help' lists what can be typed.
            Ctrl+C stops a program that runs; at the prompt it ends the session.

            Example:
              nb snl step factorial.snl
            """, FileOrCode, Optimize, Some, Parser, Memory);
        command.SetAction(arguments =>
        {
            var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
            var program = new ProgramFile(arguments.GetRequiredValue(FileOrCode));
            var compilation = IsCode(program) ? null : Compile(program, arguments, error);
            if (compilation?.HasErrors == true) return ExitCode.CellFailed;
            var code = compilation?.Machine ?? Assemble(program);
            var stepping = new Stepping(console => MachineOf(code, console, arguments.GetValue(Memory)), Console.In, output);
            stepping.Run();
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Format()
    {
        var write = new Option<bool>("--write") { Description = "Change the files instead of printing them." };
        var check = new Option<bool>(
            "--check")
        { Description = "Only name the files that are laid out otherwise; exit code 1 when there are some." };
        var command = MakeCommand("format", "Lay programs out.", """
            One statement a line, two blanks a level, reserved words in lower case; comments stay. A program whose tokens
            cannot be read stays as it is.

            Examples:
              nb snl format sort.snl
              nb snl format *.snl --write
            """, Files, write, check);
        command.SetAction(arguments =>
        {
            var (output, error) = (arguments.InvocationConfiguration.Output, arguments.InvocationConfiguration.Error);
            var code = ExitCode.Ok;
            foreach (var path in arguments.GetRequiredValue(Files))
            {
                var file = new ProgramFile(path);
                var unread = new DiagnosticBag();
                Lexer.Scan(file.Source, unread);
                foreach (var diagnostic in unread.InOrder) error.Write(diagnostic.Render(file.Source));
                if (unread.HasErrors) code = ExitCode.CellFailed;
                var text = file.Formatted();
                var differs = text != file.Source.Text;
                if (arguments.GetValue(check) || arguments.GetValue(write))
                {
                    if (!differs) continue;
                    if (arguments.GetValue(write)) file.Write(text);
                    else code = ExitCode.CellFailed;
                    output.WriteLine(path);
                }
                else
                {
                    output.Write(text);
                }
            }

            return code;
        });
        return command;
    }

    /// <summary>Compiles a program and tells what is wrong with it.</summary>
    private static Compilation Compile(ProgramFile program, ParseResult arguments, TextWriter error)
    {
        var kind = arguments.GetValue(Parser) == "table" ? ParserKind.Table : ParserKind.RecursiveDescent;
        var optimizations = arguments.GetValue(Optimize) ? Optimizations.All : arguments.GetValue(Some) ?? Optimizations.None;
        var compilation = Compilation.Of(program.Source, new(kind, optimizations));
        error.Write(compilation.Render());
        return compilation;
    }

    private static bool IsCode(ProgramFile program) => program.Source.Name.EndsWith(".tm", StringComparison.OrdinalIgnoreCase);

    private static TmProgram Assemble(ProgramFile program)
    {
        try
        {
            return Assembler.Assemble(program.Source.Text);
        }
        catch (FormatException e)
        {
            throw new CommandException($"{program.Source.Name}: {e.Message}");
        }
    }

    private static TmMachine MachineOf(TmProgram code, IProgramConsole console, int words) =>
        new(code, console, words, Math.Max(TmMachine.ClassicWords, code.Instructions.Count));

    private static DocumentedCommand MakeCommand(string name, string description, string notes, params System.CommandLine.Symbol[] symbols)
    {
        var command = new DocumentedCommand(name, description) { Notes = notes };
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            else command.Add((Option)symbol);
        }

        return command;
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', values),
            DefaultValueFactory = _ => values[0],
        };
        return option.AcceptOnlyFromAmong(values);
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "n", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < least || given > most))
                result.AddError($"{name} {given} is not between {least} and {most}.");
        });
        return option;
    }

    private static string Counted(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
