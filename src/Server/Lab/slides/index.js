console.log('slides');
