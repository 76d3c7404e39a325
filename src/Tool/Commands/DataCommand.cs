using System.CommandLine;
using System.Globalization;
using Qiansi.Data.Digits;
using Qiansi.Data.Fetching;
using Qiansi.Text;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Commands;

/// <summary><c>nb data</c>: the data sets chapters use; fetched once, checked, kept.</summary>
internal static class DataCommand
{
    private static readonly FetchedDataset[] Fetched = [Mnist.Dataset, MobyDick.Dataset, TangPoems.Dataset];

    /// <summary>What needs no fetching.</summary>
    private static readonly (string Name, string Description)[] Generated =
    [
        ("digits", "handwritten-looking digits, 28×28, drawn by the program: Qiansi.Data.Digits.GeneratedDigits"),
        ("shapes", "pictures of circles, rectangles and triangles with their boxes: Qiansi.Data.Synthetic.Shapes"),
        ("text", "reports from ships in made-up English: Qiansi.Text.GeneratedText"),
        ("points", "spirals, moons, blobs, rings, checkerboards: Qiansi.Data.Synthetic.Points"),
    ];

    public static Command Create()
    {
        var command = new DocumentedCommand("data", "Fetch data sets, and say which there are and where.")
        {
            Notes = $"""
                Data sets are kept in data/cache of the clone, or in the folder that {DataFolder.Variable} names.

                Examples:
                  nb data list
                  nb data get mnist
                  nb data where mnist
                """,
        };
        command.Add(List());
        command.Add(Get());
        command.Add(Where());
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "All data sets: name, whether it is there, what it is.");
        command.SetAction(arguments =>
        {
            var output = arguments.InvocationConfiguration.Output;
            foreach (var dataset in Fetched)
                output.WriteLine($"{dataset.Name,-9} {(dataset.IsPresent ? "here       " : "not fetched")}  {dataset.Description}, "
                    + $"{Megabytes(dataset.Bytes)}{(dataset.IsPresent ? "" : $": nb data get {dataset.Name}")}");
            foreach (var (name, description) in Generated) output.WriteLine($"{name,-9} {"generated",-11}  {description}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Get()
    {
        var name = new Argument<string>("NAME") { Description = "The data set, as `nb data list` names it." };
        var command = new Command("get", "Fetch a data set unless it is there; check its files.") { name };
        command.SetAction(async (arguments, cancellation) =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var dataset = Find(arguments.GetRequiredValue(name));
            IReadOnlyList<string> fetched;
            using (var progress = new FetchLine(TerminalOutput.For(output)))
            {
                try
                {
                    fetched = await dataset.FetchAsync(progress: progress, cancellation: cancellation);
                }
                catch (FetchException e)
                {
                    throw new CommandException(e.Message);
                }
            }

            var problems = dataset.Check().ToList();
            if (problems.Count > 0) throw new CommandException(string.Join(Environment.NewLine, problems));
            output.WriteLine(fetched.Count > 0
                ? $"Fetched {string.Join(", ", fetched)} into {dataset.Folder}." : $"{dataset.Name} is there and whole: {dataset.Folder}");
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Where()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "A data set; without it the folder of all.",
            Arity = ArgumentArity.ZeroOrOne
        };
        var command = new Command("where", "The folder of a data set, or of all.") { name };
        command.SetAction(arguments =>
        {
            arguments.InvocationConfiguration.Output.WriteLine(
                arguments.GetValue(name) is { } wanted ? Find(wanted).Folder : DataFolder.Root);
            return ExitCode.Ok;
        });
        return command;
    }

    private static FetchedDataset Find(string name) => Fetched.FirstOrDefault(d => d.Name == name)
        ?? throw (Generated.Any(g => g.Name == name)
            ? new CommandException($"'{name}' is generated, not fetched.", Generated.First(g => g.Name == name).Description)
            : new CommandException($"There is no data set '{name}'.", "There are "
                + $"{string.Join(", ", Fetched.Select(d => d.Name).Concat(Generated.Select(g => g.Name)))}."));

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");
}
