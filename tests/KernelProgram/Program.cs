using Qiansi.Engine;
using Qiansi.Jupyter;
using Qiansi.Kernel;
using Qiansi.Kernel.Connect;

// The smallest program around the kernel, for tests that need it in a process of its own: KernelProgram <connection file>
try
{
    KernelHost.RunAsProcess(args[0], () => Connections.AddTo(new Session()));
}
catch (ConnectionFileException e)
{
    Console.Error.WriteLine(e.Message);
    Environment.Exit(2);
}
