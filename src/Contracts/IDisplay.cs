namespace Qiansi.Contracts;

/// <summary>Something shown that can change: the only way an extension shows what moves.</summary>
public interface IDisplay
{
    /// <summary>The id under which front ends replace it.</summary>
    string Id { get; }

    /// <summary>Shows another value in the same place.</summary>
    void Update(object? value);
}
