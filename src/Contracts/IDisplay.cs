namespace Qiansi.Contracts;

/// <summary>Something shown that can change: the only way an extension shows what moves.</summary>
public interface IDisplay
{
    /// <summary>The id under which front ends replace it.</summary>
    string Id { get; }

    /// <summary>Shows another value in the same place.</summary>
    void Update(object? value);
}

/// <summary>What a kernel extension is: one method that registers what it brings.</summary>
public interface IKernelExtension
{
    /// <summary>Called once per session, on the cell thread.</summary>
    Task RegisterAsync(ISession session);
}
