using Qiansi.Documents.Saving;

namespace Qiansi.Documents;

public sealed class UserFolderTests
{
    [Fact]
    public void A_folder_that_is_not_there_yet_is_below_the_users_and_not_in_the_current_one()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("Only Linux has a variable for it.");
        const string Variable = "XDG_DATA_HOME";
        var before = Environment.GetEnvironmentVariable(Variable);
        var missing = Path.Combine(Path.GetTempPath(), $"no folder {Guid.NewGuid():N}");
        Environment.SetEnvironmentVariable(Variable, missing);
        try
        {
            Assert.Equal(Path.Combine(missing, "qiansi", "lab", "trust"), UserFolder.Of("lab", "trust"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, before);
        }
    }
}
