namespace Qiansi.Torch.Tests.Files;

/// <summary>Damaged files are refused or read, and nothing else happens: no other exception, no endless work, no huge allocation.</summary>
public sealed class FuzzedFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fuzzed");

    [Theory]
    [Trait("Needs", "time")]
    [InlineData("all-types.safetensors")]
    [InlineData("f4.npy")]
    [InlineData("fortran-2d-u2.npy")]
    [InlineData("packed.npz")]
    [InlineData("plain.npz")]
    [InlineData("views.pt")]
    [InlineData("state-dict.pt")]
    [InlineData("checkpoint.pth")]
    public void Any_damage_ends_in_an_error_that_names_the_file_or_in_arrays(string file)
    {
        var original = File.ReadAllBytes(GoldenFile.Path(file));
        var path = Path.Combine(_folder.FullName, file);
        var random = new Random(20261125);
        int refused = 0, read = 0;
        for (var round = 0; round < 400; round++)
        {
            File.WriteAllBytes(path, Damage(original, random));
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ArrayValues.ReadAll(path);
                read++;
            }
            catch (InvalidDataException e)
            {
                Assert.StartsWith(path, e.Message);
                refused++;
            }

            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 50_000_000);
        }

        Assert.True(refused > 50, $"{refused} refused, {read} read");
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = (byte[])original.Clone();
        switch (random.Next(4))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1:
                var from = random.Next(bytes.Length);
                return [.. bytes[..from], .. bytes[random.Next(bytes.Length)..]];
            case 2:
                for (var i = random.Next(1, 9); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            default:
                bytes[random.Next(Math.Min(400, bytes.Length))] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
