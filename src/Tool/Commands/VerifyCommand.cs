using System.CommandLine;
using System.Globalization;
using Qiansi.Documents.Comparing;
using Qiansi.Tool.Progress;
using Qiansi.Tool.Running;
using Qiansi.Tool.Verification;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb verify</c>: runs notebooks again and compares what comes out with what they hold.</summary>
internal static class VerifyCommand
{
    private const string Notes = """
        The files are not changed. Numbers in text, tables and JSON may differ within the tolerance, PNG pictures
        are compared by their pixels; execution counts, times and stack traces do not count. A cell tagged
        'volatile' is run but not compared; a cell whose stored outputs have an error is expected to fail.

        Exit codes: 0 the same, 1 outputs differ or a cell failed, 2 a file or argument cannot be used,
        3 the kernel died, 4 a cell timed out, 130 interrupted.

        Examples:
          nb verify notebooks/*.ipynb
          nb verify training.ipynb --tolerance 1e-3 --timeout 300
        """;

    private static readonly Argument<string[]> Files = FileArgument.OneOrMore("FILE", "Notebooks with stored outputs: .ipynb.");
    private static readonly Option<double?> Relative =
        Tolerance("--tolerance", "How far a number may be off, relative to its size; 1e-6 unless given.");
    private static readonly Option<double?> Absolute =
        Tolerance("--abs-tolerance", "How far a number may be off whatever its size; 1e-9 unless given.");
    private static readonly Option<TimeSpan?> Timeout = Seconds.Option("--timeout", "How long one cell may run; no limit unless given.");

    private static readonly Option<string?> Torch = TorchOption.Create();

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "verify", "Run notebooks again and compare the outputs with those they hold.")
        { Notes = Notes };
        command.Add(Files);
        foreach (var option in (Option[])[Relative, Absolute, Timeout, Torch]) command.Add(option);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments)
    {
        var tolerance = ComparisonTolerance.Default with
        {
            Relative = arguments.GetValue(Relative) ?? ComparisonTolerance.Default.Relative,
            Absolute = arguments.GetValue(Absolute) ?? ComparisonTolerance.Default.Absolute,
        };
        var output = arguments.InvocationConfiguration.Output;
        using var interrupts = InterruptRequests.OfProcess();
        var progress = RunProgress.For(output);
        var options = new RunOptions
        {
            CellTimeout = arguments.GetValue(Timeout),
            StoredErrorsAreExpected = true,
            Torch = arguments.GetValue(Torch),
        };
        var verifier = new NotebookVerifier(new NotebookRunner(options, progress, interrupts), progress, tolerance);
        var codes = new List<int>();
        foreach (var file in arguments.GetRequiredValue(Files))
        {
            var verification = await verifier.VerifyAsync(file);
            foreach (var line in verification.Lines) output.WriteLine(line);
            codes.Add(verification.ExitCode);
            if (interrupts.IsRequested) break;
        }

        return ExitCode.Gravest(codes);
    }

    private static Option<double?> Tolerance(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and < double.PositiveInfinity) return value;
            result.AddError($"{name} '{text}' is not a number from 0 up, such as 1e-3.");
            return null;
        },
    };
}
