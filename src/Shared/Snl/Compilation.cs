using Qiansi.Snl.Diagnostics;
using Qiansi.Snl.Il;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Lexing;
using Qiansi.Snl.Parsing;
using Qiansi.Snl.Semantics;
using Qiansi.Snl.Syntax;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl;

/// <summary>
/// A program through all stages: tokens, tree, symbols, intermediate code, code for the Tiny Machine and for .NET. The first three are
/// there whatever the program; code is made when it is asked for, of a
/// program without errors.
/// </summary>
public sealed class Compilation
{
    /// <summary>Words of data memory that programs run with unless told otherwise: 4 MiB.</summary>
    public const int DefaultWords = 1 << 20;

    private readonly CompileOptions _options;
    private IrProgram? _code;
    private IrProgram? _optimized;
    private TmProgram? _machine;
    private IlProgram? _native;

    private Compilation(SourceText source, CompileOptions options)
    {
        _options = options;
        Source = source;
        var diagnostics = new DiagnosticBag();
        Text = Lexer.Scan(source, diagnostics);
        Tree = options.Parser == ParserKind.Table ? TableParser.Parse(Text, diagnostics) : RecursiveDescentParser.Parse(Text, diagnostics);
        // What a broken tree says of its names helps an editor, but its errors would only follow from the first ones.
        Scope = Analyzer.Analyze(Tree, diagnostics.HasErrors ? new() : diagnostics, options.Given);
        Diagnostics = diagnostics.InOrder;
        HasErrors = diagnostics.HasErrors;
    }

    /// <summary>The source.</summary>
    public SourceText Source { get; }

    /// <summary>Its tokens and comments.</summary>
    public LexedText Text { get; }

    /// <summary>Its tree, with the symbols and types that were found.</summary>
    public ProgramNode Tree { get; }

    /// <summary>The program's symbols, and those of its procedures.</summary>
    public Scope Scope { get; }

    /// <summary>What is wrong or suspicious, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the program cannot run.</summary>
    public bool HasErrors { get; }

    /// <summary>The intermediate code before optimisation.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public IrProgram Code =>
        _code ??= HasErrors ? throw new InvalidOperationException($"the program has errors:\n{Render()}")
        : Lowering.Lower(Tree, _options.KeepsVariables);

    /// <summary>The intermediate code after the optimisations of the options.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public IrProgram OptimizedCode => _optimized ??= Optimizer.Optimize(Code, _options.Optimizations);

    /// <summary>The code for the Tiny Machine.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public TmProgram Machine => _machine ??= TmGenerator.Generate(OptimizedCode, Source);

    /// <summary>The code for .NET.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public IlProgram Native => _native ??= IlProgram.Generate(OptimizedCode, Source);

    /// <summary>Compiles a program, up to its errors.</summary>
    public static Compilation Of(SourceText source, CompileOptions? options = null) => new(source, options ?? new());

    /// <summary>Compiles a program, up to its errors.</summary>
    public static Compilation Of(string source, CompileOptions? options = null) => new(new(source), options ?? new());

    /// <summary>A Tiny Machine with the program, its instruction memory as large as it needs.</summary>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public TmMachine CreateMachine(IProgramConsole console, int dataWords = DefaultWords) =>
        new(Machine, console, dataWords, Math.Max(TmMachine.ClassicWords, Machine.Instructions.Count));

    /// <summary>Values for the program's variables, all zero, to run it with.</summary>
    /// <exception cref="InvalidOperationException">It was compiled without <see cref="CompileOptions.KeepsVariables"/>.</exception>
    public ProgramVariables CreateVariables() => _options.KeepsVariables ? new(Scope)
        : throw new InvalidOperationException("the program's variables are not kept: compile it with KeepsVariables");

    /// <summary>Runs the program on the Tiny Machine.</summary>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="dataWords">Words of data memory.</param>
    /// <param name="budget">Instructions it may execute.</param>
    /// <param name="cancellation">Stops it soon.</param>
    /// <param name="variables">What its variables are at its start; when it has run to its end, what they were then.</param>
    /// <exception cref="InvalidOperationException">The program has errors.</exception>
    public RunResult RunOnMachine(IProgramConsole console, int dataWords = DefaultWords, long budget = long.MaxValue,
        CancellationToken cancellation = default, ProgramVariables? variables = null)
    {
        var machine = CreateMachine(console, dataWords);
        variables?.CopyTo(machine.Data);
        var reason = machine.Run(budget, cancellation);
        if (reason == StopReason.Halted) variables?.CopyFrom(machine.Data);
        return new(reason, machine.Fault, machine.Executed);
    }

    /// <summary>All diagnostics as a terminal shows them.</summary>
    public string Render() => string.Concat(Diagnostics.Select(d => d.Render(Source)));
}
