namespace Qiansi.Data.Fetching;

/// <summary>A data set could not be fetched; the message says why and what else can be done.</summary>
public sealed class FetchException : Exception
{
    /// <summary>An error with its words.</summary>
    public FetchException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
