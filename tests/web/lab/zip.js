// Texts in zip archives.
import { FlateErrorCode, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/// A text of a megabyte is no lab; an archive may claim that it unpacks to any size.
const MOST_BYTES = 1_000_000;

const is_damaged = 'the archive is damaged';
const reasons = {
    [FlateErrorCode.InvalidZipData]: 'it is no zip archive',
    [FlateErrorCode.UnknownCompressionMethod]: 'it is packed in a way that browsers do not know',
    [FlateErrorCode.UnexpectedEOF]: is_damaged,
    [FlateErrorCode.InvalidBlockType]: is_damaged,
    [FlateErrorCode.InvalidLengthLiteral]: is_damaged,
    [FlateErrorCode.InvalidDistance]: is_damaged,
};

/// An archive of these texts, by name.
export function zip(texts) {
    const files = Object.entries(texts).map(([name, text]) => [name, strToU8(text)]);
    return new Blob([zipSync(Object.fromEntries(files))], { type: 'application/zip' });
}

/// The texts of an archive whose names `is_wanted` accepts, by name.
export function unzip(bytes, is_wanted) {
    const is_taken = ({ name, originalSize }) => {
        if (is_wanted(name) && originalSize > MOST_BYTES) {
            throw new Error('it unpacks to more than a megabyte');
        }
        return is_wanted(name);
    };
    try {
        const files = Object.entries(unzipSync(bytes, { filter: is_taken }));
        return Object.fromEntries(files.map(([name, file]) => [name, strFromU8(file)]));
    } catch (error) {
        throw new Error(reasons[error.code] ?? error.message, { cause: error });
    }
}
