using Qiansi.BPlus.Pages;
using Qiansi.BPlus.Storage;

namespace Qiansi.BPlus.Tests;

/// <summary>The log alone: a transaction is found again as a whole, or not at all.</summary>
public sealed class LogTests
{
    private const int PageSize = 128;
    private const int FrameSize = FrameHeader.Size + PageSize;

    [Fact]
    public void A_change_of_any_byte_of_a_transaction_takes_it_and_those_behind_it()
    {
        using var file = new MemoryFile();
        var log = new WriteAheadLog(file, PageSize);
        log.Reset(fileId: 7);
        for (var transaction = 1ul; transaction <= 3; transaction++)
        {
            log.Begin(transaction);
            log.Append(1, Sealed(1, (byte)transaction));
            log.Append(2, Sealed(2, (byte)transaction));
            log.Commit(Sealed(0, (byte)transaction), isSynced: true);
        }

        Assert.Equal(3, Recovered(file));
        for (var offset = PageSize; offset < file.Length; offset++)
        {
            Flip(file, offset);
            Assert.Equal((offset - PageSize) / (3 * FrameSize), Recovered(file));
            Flip(file, offset);
        }
    }

    [Fact]
    public void A_frame_whose_second_writing_was_lost_takes_its_transaction()
    {
        using var file = new MemoryFile();
        var log = new WriteAheadLog(file, PageSize);
        log.Reset(fileId: 7);
        log.Begin(1);
        // More than are buffered, so that page 1 is in the file when it is written again.
        for (var page = 1u; page <= 100; page++) log.Append(page, Sealed(page, 1));
        var first = new byte[FrameSize];
        file.Read(PageSize, first);
        log.Append(1, Sealed(1, 2));
        log.Commit(Sealed(0, 1), isSynced: true);
        var page1 = new byte[PageSize];
        Assert.True(log.TryRead(1, page1));
        Assert.Equal(Sealed(1, 2), page1);
        Assert.Equal(1, Recovered(file));
        file.Write(PageSize, first);
        Assert.Equal(0, Recovered(file));
    }

    [Fact]
    public void Frames_of_a_transaction_that_was_taken_back_are_not_taken_for_the_next_ones()
    {
        using var file = new MemoryFile();
        var log = new WriteAheadLog(file, PageSize);
        log.Reset(fileId: 7);
        log.Begin(1);
        for (var page = 1u; page <= 100; page++) log.Append(page, Sealed(page, 1));
        log.Rollback();
        log.Begin(2);
        log.Append(3, Sealed(3, 2));
        log.Commit(Sealed(0, 2), isSynced: true);
        var again = new WriteAheadLog(file, PageSize);
        Assert.Equal(1, again.Recover(out var fileId));
        Assert.Equal(7u, fileId);
        Assert.Equal([0u, 3u], again.Pages);
    }

    private static int? Recovered(IFile file) => new WriteAheadLog(file, PageSize).Recover(out _);

    private static byte[] Sealed(uint id, byte content)
    {
        var page = new byte[PageSize];
        page[NodeHeader.Size] = content;
        Checksum.Seal(page, id);
        return page;
    }

    private static void Flip(MemoryFile file, int offset)
    {
        var single = new byte[1];
        file.Read(offset, single);
        single[0] ^= 1;
        file.Write(offset, single);
    }
}
