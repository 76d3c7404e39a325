using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Qiansi.Torch.Tests.Files;

/// <summary>What is malformed, hostile or of another kind is refused with the file and the place.</summary>
public sealed class RefusedFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("refused");

    [Theory]
    [InlineData("objects.npy", "Python objects")]
    [InlineData("records.npy", "structured array")]
    [InlineData("text.npy", "'<U3' cannot be read")]
    [InlineData("complex.npy", "'<c8' cannot be read")]
    [InlineData("whole-model.pt", "Python's torch.nn.modules.container.Sequential")]
    [InlineData("hostile.pt", "Python's __builtin__.print")]
    [InlineData("numpy-scalar.pt", "Python's numpy.core.multiarray.scalar")]
    [InlineData("legacy.pt", "before 1.6")]
    [InlineData("script.pt", "TorchScript program")]
    public void What_is_no_array_of_numbers_is_named(string file, string words) => Refused(GoldenFile.Path(file), words);

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12,
        "tensor 'b'", "overlap those of 'a' (0 to 8)")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""", 16,
        "tensor 'b'", "no tensor has the bytes between")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 12, "header", "end at byte 8 of the data, the file at 12")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 4, "tensor 'a'", "cut off")]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, "tensor 'a'", "[3] of F32 takes 12 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1,-2],"data_offsets":[0,8]}}""", 8, "tensor 'a'", "size -1")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""", 8, "tensor 'a'", "the machine has")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "tensor 'a'", "no range")]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}""", 2, "tensor 'a'", "type F8_E4M3 cannot be read")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""", 8, "tensor 'a'", "no data_offsets")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""",
        1, "header", "Duplicate")]
    [InlineData("""{"a":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, "header", "not the JSON")]
    [InlineData("""{"a":7}""", 0, "header", "not the JSON")]
    [InlineData("""[]""", 0, "header", "not an object")]
    [InlineData("""{"a":""", 0, "header", "not the JSON")]
    public void Safetensors(string header, int dataBytes, string place, string words)
    {
        var path = Safetensor(Encoding.UTF8.GetBytes(header), dataBytes);
        Refused(path, place);
        Refused(path, words);
    }

    [Fact]
    public void Safetensors_with_a_huge_header()
    {
        var bytes = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);
        Refused(Write("huge.safetensors", bytes), "claims 18446744073709551615 bytes");
        Refused(Write("short.safetensors", [1, 2, 3]), "begins with 8 bytes, this one has 3");
        Refused(Safetensor(Encoding.UTF8.GetBytes(new string('[', 100)), 0), "not the JSON");
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", 4, "takes 24 bytes, and 4 follow")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", 5, "takes 4 bytes, and 5 follow")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", 4, "no 'shape'")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,), }", 4, "neither True nor False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", 4, "size -1")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 9223372036854775807), }", 4, "the machine has")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': 1, }", 4, "not a tuple")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", 4, "'descr' twice")]
    [InlineData("__import__('os')", 4, "'{' is expected, not '_'")]
    [InlineData("{'descr': open('x'), }", 4, "a string, True, False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': ((((((((((((((((((((1,),),),),),),),),),),),),),),),),),),),), }",
        4, "more than 16 deep")]
    [InlineData("{'descr': '<f4", 4, "its end")]
    public void Npy(string header, int dataBytes, string words) => Refused(Write("a.npy", NpyBytes(header, dataBytes)), words);

    [Fact]
    public void Npy_that_is_none()
    {
        Refused(Write("a.npy", "hello, world"u8.ToArray()), "no .npy file");
        Refused(Write("b.npy", [0x93, (byte)'N']), "ends within its header");
        Refused(Write("c.npy", [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 9, 0, 0, 0]), "version 9.0");
        Refused(Write("d.npy", [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 2, 0, 255, 255, 255, 255]),
            "claims 4294967295 bytes");
    }

    [Theory]
    [InlineData("../../evil.npy", "leads out of the archive")]
    [InlineData("/etc/evil.npy", "begins at a root")]
    [InlineData("C:\\evil.npy", "begins at a root")]
    [InlineData("a\nb.npy", "control characters")]
    public void Archives_with_names_that_lead_elsewhere(string name, string words) =>
        Refused(Zip("a.npz", (name, NpyBytes("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", 4))), words);

    [Fact]
    public void Archives_that_unpack_to_more_than_they_can()
    {
        var path = Zip("bomb.npz", ("a.npy", NpyBytes("{'descr': '|u1', 'fortran_order': False, 'shape': (100000,), }", 100_000)));
        var bytes = File.ReadAllBytes(path);
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + 24), 2_000_000_000);
        Refused(Write("bomb2.npz", bytes), "cannot unpack to 2000000000");
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(directory + 24), 100_500);
        Refused(Write("bomb3.npz", bytes), "array 'a'");
    }

    [Fact]
    public void Archives_that_hold_a_name_twice_or_nothing_of_ours()
    {
        Refused(Zip("twice.npz", ("a.npy", [1]), ("a.npy", [2])), "comes twice");
        Refused(Zip("other.npz", ("readme.txt", [1])), "first entry is 'readme.txt'");
        Refused(Zip("other.pt", ("readme.txt", [1])), "0 entries NAME/data.pkl");
        Refused(Zip("arrays.pt", ("a.npy", [1])), "load_npz");
        Refused(Write("text.pt", "hello"u8.ToArray()), "no zip archive");
        Refused(Write("empty.pt", []), "the file is empty");
        Refused(Write("cut.npz", File.ReadAllBytes(GoldenFile.Path("plain.npz"))[..300]), "not a whole zip archive");
    }

    [Theory]
    [InlineData(new byte[] { 0x80, 2, (byte)'c', (byte)'o', (byte)'s', 10, (byte)'s', (byte)'y', (byte)'s', (byte)'t', (byte)'e', (byte)'m',
        10, (byte)'.' }, "Python's os.system")]
    [InlineData(new byte[] { 0x80, 2, (byte)'.' }, "0 values are left")]
    [InlineData(new byte[] { 0x80, 9, (byte)'N', (byte)'.' }, "version 9")]
    [InlineData(new byte[] { 0x80, 2, (byte)'N' }, "cut off")]
    [InlineData(new byte[] { (byte)'h', 3, (byte)'.' }, "memo 3 was never written")]
    [InlineData(new byte[] { (byte)'t' }, "a mark is missing")]
    [InlineData(new byte[] { (byte)'(', (byte)'0' }, "a value is missing")]
    [InlineData(new byte[] { (byte)'N', (byte)'N', (byte)'R' }, "no known function")]
    [InlineData(new byte[] { (byte)'i', (byte)'.' }, "operation 0x69")]
    [InlineData(new byte[] { (byte)'X', 255, 255, 255, 127 }, "2147483647 bytes are needed")]
    [InlineData(new byte[] { (byte)']', (byte)'N', (byte)'s' }, "a value is missing")]
    [InlineData(new byte[] { (byte)']', (byte)'N', (byte)'N', (byte)'s' }, "no dictionary")]
    [InlineData(new byte[] { 0x8a, 200 }, "integer of 200 bytes")]
    public void Pickles(byte[] pickle, string words)
    {
        var path = Zip("a.pt", ("a/data.pkl", pickle));
        Refused(path, "data.pkl: at byte");
        Refused(path, words);
    }

    [Fact]
    public void Tensors_without_their_memory()
    {
        var bytes = File.ReadAllBytes(GoldenFile.Path("tensor.pt"));
        using var source = new ZipArchive(new MemoryStream(bytes));
        var pickle = new byte[source.GetEntry("tensor/data.pkl")!.Length];
        using (var stream = source.GetEntry("tensor/data.pkl")!.Open()) stream.ReadExactly(pickle);
        Refused(Zip("a.pt", ("tensor/data.pkl", pickle)), "no entry 'tensor/data/0'");
        Refused(Zip("b.pt", ("tensor/data.pkl", pickle), ("tensor/data/0", new byte[95])),
            "has 95 bytes, and 24 elements of Float32 take 96");
        var at = pickle.AsSpan().IndexOf((ReadOnlySpan<byte>)[(byte)'K', 4, (byte)'K', 6]);
        pickle[at + 1] = 5;
        Refused(Zip("c.pt", ("tensor/data.pkl", pickle), ("tensor/data/0", new byte[96])),
            "shape [5, 6] and strides [6, 1] from element 0 reaches beyond its memory of 24");
    }

    private static byte[] NpyBytes(string header, int dataBytes)
    {
        using var stream = new MemoryStream();
        stream.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        stream.Write(Encoding.Latin1.GetBytes(header));
        stream.Write(new byte[dataBytes]);
        return stream.ToArray();
    }

    private string Safetensor(byte[] header, int dataBytes)
    {
        var bytes = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, 8);
        return Write("a.safetensors", bytes);
    }

    private string Zip(string file, params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
                using (var entry = archive.CreateEntry(name).Open()) entry.Write(content);
        return Write(file, stream.ToArray());
    }

    private string Write(string file, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static void Refused(string path, string words)
    {
        var error = Assert.Throws<InvalidDataException>(() => ArrayValues.ReadAll(path));
        Assert.StartsWith(path, error.Message);
        Assert.Contains(words, error.Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
