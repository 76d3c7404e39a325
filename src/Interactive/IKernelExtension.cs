namespace Microsoft.DotNet.Interactive;

/// <summary>A notebook extension as packages for .NET Interactive have it.</summary>
public interface IKernelExtension
{
    /// <summary>Called once a session, before the cell that brought the package goes on.</summary>
    /// <param name="kernel">All of the session's languages.</param>
    Task OnLoadAsync(Kernel kernel);
}
