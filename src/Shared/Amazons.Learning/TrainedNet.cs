using System.Reflection;
using static Qiansi.torch;

namespace Qiansi.Amazons.Learning;

/// <summary>A net for 6×6 boards that has learned from games with itself: shipped, so that it plays at once.</summary>
public static class TrainedNet
{
    /// <summary>Squares of a side of its boards.</summary>
    public const int Size = 6;

    private const string Shipped = "policy-6x6.dat";
    private const int Channels = 24, Depth = 3;

    /// <summary>How the shipped net learned: <c>nb play amazons learn</c> does it again.</summary>
    public static LearningOptions Recipe { get; } = new(Rounds: 130, Games: 48, Visits: 64, Steps: 100, Batch: 128);

    /// <summary>The shipped net.</summary>
    public static PolicyValueNet Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"{Shipped} is no part of this build");
        return Load(stream, Shipped);
    }

    /// <summary>A net of the same build from a file that <c>save</c> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It holds something else; the message says what is wrong.</exception>
    public static PolicyValueNet Load(string path)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, path);
    }

    /// <summary>A net that knows nothing but the rules yet; it is the same for a seed.</summary>
    public static PolicyValueNet Fresh(int seed = 1)
    {
        manual_seed(seed);
        return New();
    }

    private static PolicyValueNet New() => new(Size, Channels, Depth);

    private static PolicyValueNet Load(Stream stream, string name)
    {
        var net = New();
        try
        {
            net.load(stream);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            throw new InvalidDataException(
                $"{name} holds no weights of a net with {Channels} channels and {Depth} blocks for {Size}×{Size}: {e.Message}", e);
        }

        return net;
    }
}
